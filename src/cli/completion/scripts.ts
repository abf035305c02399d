/**
 * What shells run to complete `leadq`. Each asks the program itself, by a command that help does not list: the first line
 * of the answer says which paths to offer, the others are candidates with their descriptions.
 */
export const SCRIPTS = {
  bash: String.raw`# leadq completion bash
_leadq() {
  local current=${'$'}{COMP_WORDS[COMP_CWORD]} answer paths value end
  [[ $current == '=' ]] && current=''
  COMPREPLY=()
  answer=$(command leadq __complete "${'$'}{COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return 0
  paths=${'$'}{answer%%$'\n'*}
  [[ $paths == none ]] || compopt -o filenames 2>/dev/null
  while IFS=$'\t' read -r value _; do
    [[ -n $value ]] || continue
    [[ $paths == none ]] && printf -v value %q "$value"
    COMPREPLY+=("$value")
  done <<<"${'$'}{answer#"$paths"}"
  [[ ${'$'}{#COMPREPLY[@]} == 1 && ${'$'}{COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  case $paths in
    none) ;;
    folders) _leadq_paths < <(compgen -d -- "$current") ;;
    files) _leadq_paths < <(compgen -f -- "$current") ;;
    *)
      for end in ${'$'}{paths#files}; do _leadq_paths < <(compgen -f -X "!*.$end" -- "$current"); done
      _leadq_paths < <(compgen -d -- "$current")
      ;;
  esac
  return 0
}
_leadq_paths() {
  local path
  while IFS= read -r path; do COMPREPLY+=("$path"); done
}
complete -F _leadq leadq
`,
  zsh: String.raw`#compdef leadq
# leadq completion zsh
_leadq() {
  local -a lines values open
  local paths line value
  lines=("${'$'}{(@f)$(command leadq __complete "${'$'}{(@Q)words[2,CURRENT-1]}" "${'$'}{(Q)PREFIX}" 2>/dev/null)}")
  paths=$lines[1]
  shift lines
  for line in $lines; do
    value=${'$'}{${'$'}{line%%$'\t'*}//:/\\:}
    [[ -n ${'$'}{line#*$'\t'} ]] && value+=":${'$'}{line#*$'\t'}"
    if [[ $line == *=$'\t'* ]]; then open+=("$value"); else values+=("$value"); fi
  done
  (( $#values )) && _describe -t values leadq values
  (( $#open )) && _describe -t values leadq open -S ''
  [[ $PREFIX == --*=* ]] && compset -P '*='
  case $paths in
    folders) _files -/ ;;
    files) _files ;;
    files\ *) _files -g "*.(${'$'}{(j:|:)${'$'}{(s: :)paths#files }})(-.)" ;;
  esac
}
if [ "$funcstack[1]" = _leadq ]; then _leadq "$@"; else compdef _leadq leadq; fi
`,
  fish: String.raw`# leadq completion fish
function __leadq_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (command leadq __complete $words[2..-1] "$current" 2>/dev/null)
    set -q lines[2]; and printf '%s\n' $lines[2..-1]
    set -l before (string match -r -- '^--[^=]*=' "$current")
    set -l value (string replace -r -- '^--[^=]*=' '' "$current")
    switch "$lines[1]"
        case folders
            for path in (__fish_complete_directories "$value" '')
                printf '%s%s\n' "$before" "$path"
            end
        case 'files*'
            for path in (__fish_complete_path "$value")
                set -l ends (string split ' ' -- "$lines[1]")[2..-1]
                set -l name (string split \t -- $path)[1]
                if test (count $ends) -eq 0; or string match -q '*/' -- $name; or contains -- (string split . -- $name)[-1] $ends
                    printf '%s%s\n' "$before" "$path"
                end
            end
    end
end
complete -c leadq -f -a '(__leadq_complete)'
`,
  powershell: String.raw`# leadq completion powershell
Register-ArgumentCompleter -Native -CommandName leadq -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -le $cursorPosition } |
        ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text } })
    # Windows PowerShell does not pass empty arguments on.
    if ($wordToComplete -eq '') { $words = @('--next') + $words }
    $lines = @(leadq __complete @words 2>$null)
    if ($lines.Count -eq 0) { return }
    foreach ($line in ($lines | Select-Object -Skip 1)) {
        $value, $about = $line -split "${'`'}t", 2
        $text = if ($value -match '[\s''(){};,|&$]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $about)
    }
    $kind, $ends = $lines[0] -split ' '
    if ($kind -eq 'none') { return }
    [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete) | Where-Object {
        $_.ResultType -eq 'ProviderContainer' -or ($kind -eq 'files' -and (-not $ends -or ($_.ListItemText -split '\.')[-1] -in $ends))
    }
}
`,
} as const

export type ShellName = keyof typeof SCRIPTS

export function isShell(name: string): name is ShellName {
  return Object.hasOwn(SCRIPTS, name)
}
