/** The macro that makes a function of a model, by its number. */
export function macroName(model: string, number: number): string {
  return `${model}_function_${number + 1}`
}

/** The statements that make the functions of a model, each as a macro: the model calls them before it is built. */
export function functionMacros(model: string, statements: readonly string[]): string {
  return statements.map((each, n) => `{% macro ${macroName(model, n)}() -%}\n${each}\n{%- endmacro %}\n`).join('\n')
}

/** The day that leads are judged by: days since 1970, of the variable `leadq_as_of` or of today in a zone. */
export const AS_OF_MACRO = `{#
  The day that leads are judged by, as days since 1970: \`dbt build --vars '{leadq_as_of: "2026-03-02"}'\`,
  else the one that the rulebook was compiled for, else today in the zone of the rulebook.
#}
{% macro leadq_as_of(timezone, compiled=none) -%}
{%- set given = var('leadq_as_of', none) -%}
{%- if given is none and compiled is not none -%}
{{ compiled }}
{%- elif given is number -%}
{{ given }}
{%- else -%}
{%- if given is none -%}
{%- set day = modules.datetime.datetime.now(modules.pytz.timezone(timezone)).date() -%}
{%- else -%}
{%- set day = modules.datetime.date.fromisoformat(given | string) -%}
{%- endif -%}
{{ (day - modules.datetime.date(1970, 1, 1)).days }}
{%- endif -%}
{%- endmacro %}
`
