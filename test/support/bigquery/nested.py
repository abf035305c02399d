"""
Common table expressions that are read once, put where they are read: the same query, as BigQuery's own planner has it.
The time that the reference evaluator takes to prepare a query grows with the square of what stands behind WITH.
"""

import re

TOKEN = re.compile(
    r"--[^\n]*\n|r'[^'\n]*'|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[^\W\d]\w*|\s+|.",
    re.S,
)
BLANK = re.compile(r"\s+|--.*", re.S)
NAME = re.compile(r"[^\W\d]\w*|`.*`", re.S)


def nested(sql):
    return "".join(_inside(TOKEN.findall(sql)))


def _inside(tokens):
    """Takes apart every WITH that is not inside of parentheses; those inside come first."""
    done = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token == "(":
            end = _closing(tokens, at)
            done += ["(", *_inside(tokens[at + 1 : end]), ")"]
            at = end + 1
        elif token.upper() == "WITH" and (found := _entries(tokens, at + 1)) is not None:
            is_recursive, entries, rest = found
            return done + _placed(is_recursive, entries, _inside(tokens[rest:]))
        else:
            done.append(token)
            at += 1
    return done


def _closing(tokens, at):
    depth = 0
    for place in range(at, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[place], 0)
        if depth == 0:
            return place
    raise ValueError("a parenthesis is open")


def _next(tokens, at):
    while at < len(tokens) and BLANK.fullmatch(tokens[at]):
        at += 1
    return at


def _entries(tokens, at):
    """The names and bodies behind a WITH, and where its query begins; None for `WITH OFFSET`."""
    at = _next(tokens, at)
    is_recursive = tokens[at].upper() == "RECURSIVE"
    at = _next(tokens, at + 1) if is_recursive else at
    entries = []
    while True:
        name = tokens[at]
        after = _next(tokens, at + 1)
        opening = _next(tokens, after + 1)
        if not NAME.fullmatch(name) or tokens[after].upper() != "AS" or tokens[opening] != "(":
            return None
        end = _closing(tokens, opening)
        entries.append((name, _inside(tokens[opening + 1 : end])))
        at = _next(tokens, end + 1)
        if at >= len(tokens) or tokens[at] != ",":
            return is_recursive, entries, at
        at = _next(tokens, at + 1)


def _reads(tokens, name):
    """Where something stands behind FROM or JOIN."""
    places = []
    for place, token in enumerate(tokens):
        if token.upper() in ("FROM", "JOIN"):
            read = _next(tokens, place + 1)
            if read < len(tokens) and tokens[read] == name:
                places.append(read)
    return places


def _placed(is_recursive, entries, query):
    texts = [(name, body) for name, body in entries]
    kept = []
    while texts:
        name, body = texts.pop(0)
        readers = [index for index, (_, other) in enumerate(texts) for _ in _reads(other, name)]
        own = len(_reads(query, name))
        if _reads(body, name) or len(readers) + own != 1:
            kept.append((name, body))
        elif own == 1:
            query = _with(query, name, body)
        else:
            reader, other = texts[readers[0]]
            texts[readers[0]] = (reader, _with(other, name, body))
    if not kept:
        return query
    word = "WITH RECURSIVE " if is_recursive else "WITH "
    behind = [token for name, body in kept for token in [name, " AS ", "(", *body, ")", ", "]]
    return [word, *behind[:-1], " ", *query]


def _with(tokens, name, body):
    [place] = _reads(tokens, name)
    following = _next(tokens, place + 1)
    has_alias = following < len(tokens) and tokens[following].upper() == "AS"
    return [*tokens[:place], "(", *body, ")", *([] if has_alias else [" AS ", name]), *tokens[place + 1 :]]
