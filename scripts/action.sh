#!/usr/bin/env bash
# The steps of action.yml: `action.sh install`, `lint`, `test`, `diff`. Inputs come as variables (RULEBOOKS, DATA ...), never as
# text of a script. A check that cannot be made fails: nothing here passes because there was nothing to look at.
set -euo pipefail
shopt -s nullglob globstar

action=${GITHUB_ACTION_PATH:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}
reports=$RUNNER_TEMP/leadq

# What runs is this checkout of the action, at the ref that the workflow names; no package of its name from a registry.
leadq() { node "$action/bin/leadq.js" "$@"; }

# fail MESSAGE [LINE...]: an error in the log, with lines that say what to do.
fail() {
  echo "::error::leadq: $1" | tr -d '\r'
  shift
  printf '%s\n' "$@"
  exit 1
}

# files WHAT LIST: the files that the lines of a list name, into `found`; a pattern stands for all files that it matches.
files() {
  found=()
  local line match
  while IFS= read -r line; do
    line=${line#"${line%%[![:space:]]*}"} line=${line%"${line##*[![:space:]]}"}
    if [ -z "$line" ]; then continue; fi
    if [ -e "$line" ] || [[ $line != *[*?[]* ]]; then
      found+=("$line")
      continue
    fi
    local before=${#found[@]}
    local IFS=
    for match in $line; do
      if [ "$1" = tests ] || grep -q '^leadq:' -- "$match"; then found+=("$match"); fi
    done
    unset IFS
    [ "${#found[@]}" -gt "$before" ] || fail "\`$1\`: nothing matches $line"
  done <<< "$2"
  [ "${#found[@]}" -gt 0 ] || fail "\`$1\` names no file"
}

# formats NAME: the reports of a command.
formats() {
  printf '%s\n' --format "sarif=$reports/$1.sarif" --format "junit=$reports/$1.xml" --format "markdown=$reports/$1.md"
}

install() {
  if [ -f "$action/dist/leadq.js" ] && [ -d "$action/node_modules" ]; then return; fi
  (cd "$action" && npm ci --ignore-scripts --no-audit --no-fund && npm run build)
}

lint() {
  echo "reports=$reports" >> "$GITHUB_OUTPUT"
  files rulebooks "$RULEBOOKS"
  mapfile -t as < <(formats lint)
  leadq lint "${as[@]}" ${FAIL_ON:+--fail-on "$FAIL_ON"} -- "${found[@]}"
}

test_() {
  if [ -z "${TESTS//[[:space:]]/}" ]; then
    [ -z "$MIN_COVERAGE$MIN_KILLED" ] || fail '`min-coverage` and `min-killed` need `tests`'
    echo 'no tests are asked for'
    return
  fi
  files tests "$TESTS"
  mapfile -t as < <(formats test)
  leadq test --fail-on-empty "${as[@]}" ${MIN_COVERAGE:+--min-coverage "$MIN_COVERAGE"} \
    ${MIN_KILLED:+--min-killed "$MIN_KILLED"} -- "${found[@]}"
}

# The commit to compare with, into `base`: the one that is given, the target of the pull request, else the commit before.
find_base() {
  base=$BASE
  if [ -z "$base" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then base=origin/$GITHUB_BASE_REF; fi
  if [ -z "$base" ] && [ "${GITHUB_EVENT_NAME:-}" = push ] && [ -f "${GITHUB_EVENT_PATH:-}" ]; then
    base=$(node -p 'JSON.parse(fs.readFileSync(process.env.GITHUB_EVENT_PATH)).before ?? ""')
    # A branch that is pushed for the first time has nothing before it but the commit that it grew from.
    if [[ $base =~ ^0+$ ]]; then base=; fi
  fi
  base=${base:-HEAD^}
  git rev-parse --verify --quiet "$base^{commit}" > /dev/null && return
  fail "no base to compare with: this checkout has no $base" \
    'Add one of these lines to the workflow:' \
    '    with: { fetch-depth: 0 }   # to the step with actions/checkout: the whole history is fetched' \
    '    base: main                 # under `with:` of the step with leadq: a git ref that is there'
}

diff_() {
  if [ -z "$DATA" ]; then
    [ -z "$GATES$EVENTS$COMPANIES" ] || fail '`gates`, `events` and `companies` need `data`: leads to try the change on'
    echo 'no leads are given, so the change is not compared'
    return
  fi
  files rulebooks "$RULEBOOKS"
  local rulebooks=("${found[@]}") base day=$AS_OF events=() number=0 failed=0 rulebook
  find_base
  if [ -n "$EVENTS" ]; then files tests "$EVENTS" && events=(--events "${found[@]}"); fi
  # Leads age. Without a day those of a committed sample are as old as on the day of that commit.
  if [ -z "$day" ]; then day=$(git log -1 --format=%cs -- "$DATA"); fi
  if [ -z "$day" ]; then echo "::notice::leadq: $DATA is in no commit, so leads are scored as of today; \`as-of\` sets the day"; fi
  for rulebook in "${rulebooks[@]}"; do
    number=$((number + 1))
    if [ -z "$(git ls-tree "$base" -- "./$rulebook")" ]; then
      echo "::notice::leadq: $rulebook is new: $base does not have it, so there is nothing to compare it with"
      continue
    fi
    mapfile -t as < <(formats "diff-$number")
    leadq diff --data "$DATA" ${day:+--as-of "$day"} ${GATES:+--gates "$GATES"} ${COMPANIES:+--companies "$COMPANIES"} \
      "${as[@]}" "${events[@]}" -- "$base:./$rulebook" "./$rulebook" || failed=$?
  done
  exit "$failed"
}

case $1 in
  install) install ;;
  lint) lint ;;
  test) test_ ;;
  diff) diff_ ;;
esac
