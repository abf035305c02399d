"""Answers Snowflake's SQL with fakesnow, which runs it in DuckDB: one request a line, {"sql": ..., "longest": ...}.

Every statement is parsed by sqlglot as Snowflake's. Where fakesnow is not what Snowflake documents, or cannot do it, the
functions of this file stand in, each for the reason given at it.
"""

import json
import re
import sys
import warnings

import fakesnow
import re2
import snowflake.connector
import sqlglot
from fakesnow import transforms
from sqlglot import exp

warnings.filterwarnings("ignore")

# Whether the longest of several matches is taken, as POSIX demands, or the first, as RE2 otherwise does. Snowflake does
# not say; tests ask for both.
longest = False


def compiled(pattern, parameters=""):
    """A regular expression as Snowflake documents them: POSIX and Perl's classes. fakesnow takes all of DuckDB's."""
    if "*?" in pattern or "+?" in pattern or "??" in pattern or "}?" in pattern:
        raise ValueError(f"Snowflake has no quantifiers that are not greedy: {pattern}")
    key = (pattern, parameters, longest)
    if key not in PATTERNS:
        options = re2.Options()
        options.posix_syntax = True
        options.perl_classes = True
        options.word_boundary = True
        options.one_line = True
        options.never_nl = False
        options.dot_nl = "s" in parameters
        options.longest_match = longest
        options.log_errors = False
        options.max_mem = 64 << 20
        PATTERNS[key] = re2.compile(pattern, options)
    return PATTERNS[key]


PATTERNS = {}


def regexp_like(subject, pattern, parameters):
    return compiled(pattern, parameters).fullmatch(subject) is not None


def regexp_replace(subject, pattern, replacement):
    # The groups are put in here: re2 takes no template with letters beyond ASCII.
    pieces = re.split(r"\\(.)", replacement)

    def given(match):
        return "".join(
            piece if index % 2 == 0 else (match.group(int(piece)) or "") if piece.isdigit() else piece
            for index, piece in enumerate(pieces)
        )

    return compiled(pattern).sub(given, subject)


def regexp_group(subject, pattern, group):
    found = compiled(pattern).search(subject)
    # A group that took no part: fakesnow answers an empty text, Snowflake may answer nothing.
    return None if found is None else found.group(group)


def unless_null(function):
    return lambda a, b, c: None if a is None or b is None or c is None else function(a, b, c)


def call(name, *arguments):
    return exp.Anonymous(this=name, expressions=[each for each in arguments if each is not None])


def native(node):
    """The functions of DuckDB for those of Snowflake that are not its own, or that fakesnow does in JSON."""
    text = exp.Literal.string
    if isinstance(node, exp.RegexpLike):
        return call("sf_regexp_like", node.this, node.expression, node.args.get("flag") or text(""))
    if isinstance(node, exp.RegexpReplace):
        return call("sf_regexp_replace", node.this, node.expression, node.args["replacement"])
    if isinstance(node, exp.RegexpExtract):
        return call("sf_regexp_group", node.this, node.expression, node.args["group"])
    # Arrays: fakesnow keeps them as JSON, in which its FILTER, TRANSFORM, ARRAY_SORT and ARRAY_TO_STRING cannot look.
    if isinstance(node, exp.Array):
        return call("list_value", *node.expressions)
    if isinstance(node, exp.ArrayConstructCompact):
        return call("sf_compact", call("list_value", *node.expressions))
    if isinstance(node, exp.SortArray):
        return call("list_sort", node.this)
    if isinstance(node, exp.ArrayToString):
        return call("array_to_string", node.this, node.expression)
    if isinstance(node, exp.ArraySize):
        return call("len", node.this)
    if isinstance(node, exp.Split):
        return call("string_split", node.this, node.expression)
    if isinstance(node, exp.GetExtract):
        return call("list_extract", node.this, exp.Add(this=exp.paren(node.expression), expression=exp.Literal.number(1)))
    if isinstance(node, exp.Transform):
        return call("list_transform", node.this, node.expression)
    if isinstance(node, exp.ArrayFilter):
        return call("list_filter", node.this, node.expression)
    if isinstance(node, exp.ParseJSON):
        return call("from_json", node.this, text('["VARCHAR"]'))
    # Formats, which sqlglot leaves out where it does not know the type.
    if isinstance(node, exp.ToChar) and node.args.get("format") is not None:
        return call("strftime", node.this, text(FORMATS[node.args["format"].name]))
    # Digits in base 16, which fakesnow does not read.
    if isinstance(node, exp.ToNumber) and node.args.get("format") is not None:
        return exp.cast(exp.DPipe(this=text("0x"), expression=node.this), "BIGINT")
    return node


FORMATS = {"YYYY-MM-DD": "%Y-%m-%d", "YYYY-MM-DD HH24:MI:SS": "%Y-%m-%d %H:%M:%S"}


def parsed(sql):
    expressions = [each for each in sqlglot.parse(sql, read="snowflake") if each is not None]
    for expression in expressions:
        # From the innermost out: what stands in for a function holds what stands in for others.
        for node in reversed(list(expression.bfs())):
            other = native(node)
            if other is not node:
                node.replace(other)
    return expressions


# Those of what fakesnow does to a statement that are about queries. All of it takes longer than the query.
TRANSFORMS = (
    transforms.upper_case_unquoted_identifiers,
    transforms.semi_structured_types,
    transforms.trim_cast_varchar,
    transforms.values_columns,
    transforms.to_date,
    transforms.timestamp_offsets,
    transforms.to_decimal,
    transforms.to_timestamp,
    transforms.timestamp_ntz,
    transforms.float_to_double,
    transforms.integer_precision,
    transforms.extract_text_length,
    transforms.dateadd_date_cast,
    transforms.dateadd_string_literal_timestamp_cast,
    transforms.datediff_string_literal_timestamp_cast,
    transforms.alias_in_join,
    transforms.alias_in_where,
    transforms.numeric_agg_implicit_cast,
)


def transformed(expression):
    for each in TRANSFORMS:
        expression = expression.transform(each, copy=False)
    return expression


# Functions that stand as they were asked for last.
FUNCTIONS = {}


def function_name(sql):
    start = re.search(r"^CREATE OR REPLACE FUNCTION (\S+?)\(", sql, re.MULTILINE)
    return start and start[1]


def run(cursor, sql):
    if sql in FUNCTIONS.values():
        return []
    expressions = parsed(sql)
    for expression in expressions:
        statement(cursor, expression)
    if len(expressions) == 1 and function_name(sql):
        FUNCTIONS[function_name(sql)] = sql
    if not isinstance(expressions[-1], exp.Query):
        return []
    return [[None if cell is None else text_of(cell) for cell in row] for row in cursor.fetchall()]


def statement(cursor, expression):
    duck = cursor._conn._duck_conn
    # fakesnow has no functions of users; DuckDB's macros are expressions, too.
    if isinstance(expression, exp.Create) and expression.args.get("kind") == "FUNCTION":
        function = expression.this
        body = transformed(parsed(f"SELECT {expression.expression.name}")[0]).sql(dialect="duckdb")
        names = ", ".join(each.name for each in function.expressions)
        duck.execute(f"CREATE OR REPLACE MACRO {function.this.name}({names}) AS ({body[7:]})")
    elif isinstance(expression, exp.Drop) and expression.args.get("kind") == "FUNCTION":
        for each in expression.args["tables"]:
            duck.execute(f"DROP MACRO IF EXISTS {each.name}")
            FUNCTIONS.pop(each.name, None)
    else:
        cursor._execute(transformed(expression), None)


def text_of(cell):
    return ("true" if cell else "false") if isinstance(cell, bool) else str(cell)


def main():
    global longest
    patch = fakesnow.patch()
    patch.__enter__()
    connection = snowflake.connector.connect(database="leads", schema="public")
    duck = connection._duck_conn
    for name, function, takes, gives in (
        ("sf_regexp_like", regexp_like, ["VARCHAR"] * 3, "BOOLEAN"),
        ("sf_regexp_replace", regexp_replace, ["VARCHAR"] * 3, "VARCHAR"),
        ("sf_regexp_group", regexp_group, ["VARCHAR", "VARCHAR", "BIGINT"], "VARCHAR"),
    ):
        duck.create_function(name, unless_null(function), takes, gives, null_handling="special")
    duck.execute("CREATE MACRO sf_compact(items) AS list_filter(items, lambda i: i IS NOT NULL)")
    # Queries are long and tables short: planning is what takes time.
    duck.execute("PRAGMA disable_optimizer")
    duck.execute("SET threads = 1")
    cursor = connection.cursor()
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        longest = request.get("longest", False)
        try:
            answer = {"rows": run(cursor, request["sql"])}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


main()
