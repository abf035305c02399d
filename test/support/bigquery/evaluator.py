"""
Google's ZetaSQL as a service for tests: the parser, the type checker and the reference evaluator of the SQL that
BigQuery speaks, in one WebAssembly module. Reads a JSON object per line and answers with one.

    evaluator.py --compile FILE    compiles the module for this machine
    evaluator.py FILE              answers questions

    {"sql": "SELECT ..."}          {"rows": [["a", null]]}
    {"function": "CREATE ..."}     {"rows": []}: queries after it may call the function
    {"statement": "CREATE ..."}    {"rows": []}: it was parsed and its types checked
"""

import ctypes
import json
import re
import sys

from google.protobuf import empty_pb2
from nested import nested
from wasmtime import Config, Engine, Linker, Module, Store, WasiConfig
from zetasql.core.wasm_client import get_tzinfo_dir
from zetasql.wasi import get_wasm_path
from zetasql.wasi._pb2.zetasql.local_service import local_service_pb2 as service
from zetasql.wasi._pb2.zetasql.proto import function_pb2, options_pb2 as options_proto, simple_catalog_pb2
from zetasql.wasi._pb2.zetasql.public import options_pb2 as options, type_pb2

# What BigQuery's documentation has of the language and leadq's queries need. Everything else is off.
FEATURES = [
    "ANALYTIC_FUNCTIONS",
    "NUMERIC_TYPE",
    "BIGNUMERIC_TYPE",
    "JSON_TYPE",
    "JSON_VALUE_EXTRACTION_FUNCTIONS",
    "JSON_ARRAY_FUNCTIONS",
    "SELECT_STAR_EXCEPT_REPLACE",
    "ORDER_BY_IN_AGGREGATE",
    "NULL_HANDLING_MODIFIER_IN_AGGREGATE",
    "NULLS_FIRST_LAST_IN_ORDER_BY",
    "CIVIL_TIME",
    "DATE_TIME_CONSTRUCTORS",
    "ADDITIONAL_STRING_FUNCTIONS",
    "WITH_ON_SUBQUERY",
    "WITH_RECURSIVE",
    "LIKE_ANY_SOME_ALL",
    "GROUPING_SETS",
    "GROUPING_BUILTIN",
    "CREATE_TABLE_AS_SELECT_COLUMN_LIST",
]
# The evaluator knows these as rewritten.
REWRITES = ["LIKE_ANY_ALL", "GROUPING_SET", "BUILTIN_FUNCTION_INLINER", "INLINE_SQL_FUNCTIONS", "ORDER_BY_AND_LIMIT_IN_AGGREGATE"]
STATEMENTS = ["QUERY", "CREATE_FUNCTION", "CREATE_VIEW", "CREATE_TABLE_AS_SELECT", "INSERT", "DROP"]
TYPES = {
    "STRING": type_pb2.TYPE_STRING,
    "INT64": type_pb2.TYPE_INT64,
    "FLOAT64": type_pb2.TYPE_DOUBLE,
    "BOOL": type_pb2.TYPE_BOOL,
    "DATE": type_pb2.TYPE_DATE,
    "DATETIME": type_pb2.TYPE_DATETIME,
    "TIMESTAMP": type_pb2.TYPE_TIMESTAMP,
    "ARRAY<STRING>": None,
}


class Failed(Exception):
    pass


def engine_of():
    config = Config()
    config.shared_memory = True
    config.max_wasm_stack = 2 * 1024 * 1024 - 4096
    return Engine(config)


class Service:
    """The module with its memory. Requests and responses are copied whole."""

    def __init__(self, path):
        wasi = WasiConfig()
        wasi.inherit_stderr()
        wasi.preopen_dir(get_tzinfo_dir(), "/usr/share/zoneinfo")
        engine = engine_of()
        self.store = Store(engine)
        self.store.set_wasi(wasi)
        linker = Linker(engine)
        linker.define_wasi()
        instance = linker.instantiate(self.store, Module.deserialize_file(engine, path))
        self.exports = instance.exports(self.store)
        self.exports["_initialize"](self.store)
        self.memory = self.exports["memory"]

    def read(self, at, size):
        return ctypes.string_at(self.base() + at, size)

    def base(self):
        return ctypes.addressof(self.memory.data_ptr().contents)

    def call(self, name, request, response):
        given = request.SerializeToString()
        at = self.exports["wasm_malloc"](self.store, len(given))
        size_at = self.exports["wasm_malloc"](self.store, 4)
        ctypes.memmove(self.base() + at, given, len(given))
        try:
            found = self.exports[f"ZetaSqlLocalService_{name}"](self.store, at, len(given), size_at)
            if found == 0:
                length = self.exports["wasm_get_last_error_size"](self.store)
                raise Failed(self.read(self.exports["wasm_get_last_error"](self.store), length).decode())
            size = int.from_bytes(self.read(size_at, 4), "little")
            try:
                return response.FromString(self.read(found, size))
            finally:
                self.exports["wasm_free"](self.store, found)
        finally:
            self.exports["wasm_free"](self.store, at)
            self.exports["wasm_free"](self.store, size_at)


def language():
    return options_proto.LanguageOptionsProto(
        product_mode=options.PRODUCT_EXTERNAL,
        name_resolution_mode=options.NAME_RESOLUTION_DEFAULT,
        enabled_language_features=[getattr(options, f"FEATURE_{name}") for name in FEATURES],
        supported_statement_kinds=[f"RESOLVED_{name}_STMT" for name in STATEMENTS],
    )


def type_of(name):
    kind = TYPES[name]
    if kind is not None:
        return type_pb2.TypeProto(type_kind=kind)
    array = type_pb2.ArrayTypeProto(element_type=type_pb2.TypeProto(type_kind=type_pb2.TYPE_STRING))
    return type_pb2.TypeProto(type_kind=type_pb2.TYPE_ARRAY, array_type=array)


FUNCTION = re.compile(
    r"\s*(?:--[^\n]*\n\s*)*CREATE (?:OR REPLACE )?FUNCTION ((?:(?:`(?:[^`\\]|\\.)+`|[a-z_]\w*)\.?)+)\(value ([A-Z0-9<>]+)\)"
    r" RETURNS ([A-Z0-9<>]+) AS \((.*)\)\s*",
    re.S,
)


class Evaluator:
    def __init__(self, path):
        self.service = Service(path)
        self.functions = {}

    def catalog(self):
        """Functions in datasets and projects are those of catalogues inside of it."""
        whole = simple_catalog_pb2.SimpleCatalogProto(
            name="",
            builtin_function_options=options_proto.ZetaSQLBuiltinFunctionOptionsProto(language_options=language()),
        )
        # BigQuery has further names of its types.
        whole.named_type.add(name="INTEGER", type=type_of("INT64"))
        for path, function in self.functions.items():
            at = whole
            for part in path[:-1]:
                inside = next((each for each in at.catalog if each.name == part), None)
                at = at.catalog.add(name=part) if inside is None else inside
            at.custom_function.append(function)
        return whole

    def analyzer(self):
        return options_proto.AnalyzerOptionsProto(
            language_options=language(),
            default_timezone="UTC",
            enabled_rewrites=[getattr(options, f"REWRITE_{name}") for name in REWRITES],
            error_message_mode="ERROR_MESSAGE_ONE_LINE",
        )

    def query(self, sql):
        request = service.PrepareQueryRequest(sql=nested(sql), options=self.analyzer(), simple_catalog=self.catalog())
        prepared = self.service.call("PrepareQuery", request, service.PrepareQueryResponse).prepared
        try:
            asked = service.EvaluateQueryRequest(prepared_query_id=prepared.prepared_query_id)
            content = self.service.call("EvaluateQuery", asked, service.EvaluateQueryResponse).content
        finally:
            done = service.UnprepareQueryRequest(prepared_query_id=prepared.prepared_query_id)
            self.service.call("UnprepareQuery", done, empty_pb2.Empty)
        return [[text_of(cell) for cell in row.cell] for row in content.table_data.row]

    def check(self, sql):
        request = service.AnalyzeRequest(sql_statement=sql, options=self.analyzer(), simple_catalog=self.catalog())
        self.service.call("Analyze", request, empty_pb2.Empty)
        return []

    def create(self, sql):
        found = FUNCTION.fullmatch(sql)
        if found is None:
            raise Failed(f"no function that leadq writes: {sql[:200]}")
        self.check(sql)
        path, takes, gives, body = found.groups()
        names = [re.sub(r"\\(.)", r"\1", quoted or plain) for quoted, plain in re.findall(r"`((?:[^`\\]|\\.)+)`|([a-z_]\w*)", path)]
        signature = function_pb2.FunctionSignatureProto(
            argument=[
                function_pb2.FunctionArgumentTypeProto(
                    kind="ARG_TYPE_FIXED", type=type_of(takes), num_occurrences=1,
                    options=function_pb2.FunctionArgumentTypeOptionsProto(argument_name="value"),
                )
            ],
            return_type=function_pb2.FunctionArgumentTypeProto(kind="ARG_TYPE_FIXED", type=type_of(gives), num_occurrences=1),
        )
        function = function_pb2.FunctionProto(
            name_path=names[-1:],
            group="Templated_SQL_Function",
            mode="SCALAR",
            signature=[signature],
            templated_sql_function_argument_name=["value"],
        )
        function.parse_resume_location.input = body
        self.functions[tuple(names)] = function
        return []


def text_of(value):
    kind = value.WhichOneof("value")
    if kind is None:
        return None
    given = getattr(value, kind)
    if isinstance(given, bool):
        return "true" if given else "false"
    return str(given)


def main():
    if sys.argv[1] == "--compile":
        with open(sys.argv[2], "wb") as file:
            file.write(Module.from_file(engine_of(), get_wasm_path()).serialize())
        return
    evaluator = Evaluator(sys.argv[1])
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            if "sql" in asked:
                rows = evaluator.query(asked["sql"])
            elif "function" in asked:
                rows = evaluator.create(asked["function"])
            else:
                rows = evaluator.check(asked["statement"])
            answer = {"rows": rows}
        except Failed as error:
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)


main()
