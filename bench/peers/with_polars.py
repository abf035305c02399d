"""`python with_polars.py IN OUT`: the forty rules as expressions, run by the streaming engine."""

import sys
from datetime import date

import polars as pl

AS_OF = date(2025, 11, 15)
DACH = ["germany", "deutschland", "de", "austria", "österreich", "at", "switzerland", "schweiz", "ch"]
FREE_MAIL = [
    "gmail.com", "googlemail.com", "gmx.de", "gmx.net", "web.de", "outlook.com", "hotmail.com", "yahoo.com",
]
DISPOSABLE = ["mailinator.com", "guerrillamail.com", "trashmail.com"]
INDUSTRIES = {"software": 20, "maschinenbau": 20, "logistik": 15, "handel": 10, "retail": 10}
DEPARTMENTS = {"it": 10, "vertrieb": 8, "sales": 8, "marketing": 6}
SOURCES = {"webinar": 15, "referral": 15, "messe": 12, "web": 8, "linkedin": 5}

col, when = pl.col, pl.when


def points(condition: pl.Expr, value: int | pl.Expr) -> pl.Expr:
    return when(condition).then(value).otherwise(0).cast(pl.Int64)


def table(column: str, values: dict[str, int], otherwise: int = 0) -> pl.Expr:
    known = col(column).str.to_lowercase().replace_strict(values, default=otherwise, return_dtype=pl.Int64)
    return points(col(column).is_not_null(), known)


def has_word(text: pl.Expr, words: str) -> pl.Expr:
    return text.str.contains(rf"\b(?:{words})").fill_null(False)


def age(column: str) -> pl.Expr:
    return (pl.lit(AS_OF) - col(column)).dt.total_days()


def faded(value: int | pl.Expr, days: pl.Expr, share: pl.Expr) -> pl.Expr:
    """Points count in full without a date, and not yet before it."""
    return when(days.is_null()).then(value).when(days < 0).then(0).otherwise((value * share + 0.5).floor())


def half_life(days: pl.Expr) -> pl.Expr:
    return pl.lit(0.5).pow(days / 30)


title = col("Job Title").str.to_lowercase()
company = col("Company").str.to_lowercase()
message = col("Message").str.to_lowercase()
email = col("Email").str.to_lowercase()
domain = email.str.split("@").list.last()
valid = email.str.contains(r"^[a-z0-9_.+-]+@([a-z0-9-]+\.)+[a-z]{2,24}$")
free = domain.is_in(FREE_MAIL)
employees, revenue, budget = col("Employees"), col("Annual Revenue"), col("Budget")
views, clicks = col("Page Views"), col("Email Clicks")
demo, gone = col("Demo Requested") == "yes", col("Unsubscribed") == "yes"
demo_age, active_age = age("Demo Date"), age("Last Activity Date")
leads_company = has_word(
    title, r"ceo\b|cto\b|cfo\b|founder\b|owner\b|geschäftsführ|vorstand\b|inhaber\b|managing director\b"
)

RULES = {
    "company": {
        "size": when(employees >= 1000).then(25).when(employees >= 200).then(20)
        .when(employees >= 50).then(12).when(employees >= 10).then(4).otherwise(0),
        "industry": table("Industry", INDUSTRIES, otherwise=2),
        "revenue": (revenue // 1_000_000).clip(0, 10).fill_null(0),
        "large-and-rich": points((employees >= 500) & (revenue > 50_000_000), 5),
        "tiny": points(employees < 5, -5),
        "stock-company": points(has_word(company, r"(?:ag|se|inc|plc)\b"), 4),
        "limited": points(has_word(company, r"(?:gmbh|ltd)\b"), 2),
        "dach": points(col("Country").str.to_lowercase().is_in(DACH), 10),
        "english-speaking": points(col("Country").str.to_lowercase().is_in(["united kingdom", "united states"]), 5),
        "large-city": points(col("City").str.to_lowercase().is_in(["berlin", "münchen", "wien", "zürich"]), 1),
    },
    "role": {
        "leader": points(leads_company, 35),
        "head": points(title.str.contains(r"leiter(in)?\b|\b(head of|vp|director|chief)\b"), 25),
        "buyer": points(has_word(title, r"einkäufer|procurement\b|purchasing\b|beschaffung"), 15),
        "outsider": points(has_word(title, r"praktikant|student\b|intern\b|trainee\b|assisten"), -20),
        "department": table("Department", DEPARTMENTS),
        "manager": points(title.str.contains("manager", literal=True), 5),
        "no-title": points(title.is_null(), -5),
        "works-where-we-sell": points(
            col("Department").str.to_lowercase().is_in(["it", "sales"]) | has_word(title, r"(?:sales|it|vertrieb)\b"), 5
        ),
    },
    "contact": {
        "business-mail": points(valid & ~free & ~domain.is_in(DISPOSABLE), 5),
        "free-mail": points(valid & free, -10),
        "role-mail": points(valid & email.str.contains("^(info|sales|office|kontakt|contact|support|hello|admin)@"), -5),
        "reachable": points(valid & col("Phone").is_not_null(), 3),
        "test-name": points(col("Last Name").str.to_lowercase().str.contains("^(test|asdf)"), -30),
        "numbered-host": points(email.str.contains(r"@[a-z]+[0-9]{3}\."), 1),
        "german-phone": points(col("Phone").str.starts_with("+49"), 1),
    },
    "forms": {
        "demo": points(demo, faded(40, demo_age, (1 - demo_age / 180).clip(lower_bound=0))),
        "demo-lately": points(demo_age.is_between(0, 30), 10),
        "asks-for-price": points(
            has_word(message, r"angebot\b|price\b|preis|quote\b"), faded(20, active_age, half_life(active_age))
        ),
        "urgent": points(has_word(message, r"bald\b|soon\b|dringend|asap\b|call me\b"), 10),
        "source": table("Lead Source", SOURCES, otherwise=1),
        "money": when(budget >= 50_000).then(15).when(budget >= 10_000).then(10).when(budget > 0).then(3).otherwise(0),
    },
    "behaviour": {
        "page-views": points(~gone, views.clip(0, 15).fill_null(0)),
        "mail-clicks": points(
            ~gone,
            faded(
                clicks.fill_null(0) // 2 * 3,
                active_age,
                when(active_age <= 30).then(1.0).when(active_age <= 90).then(0.5)
                .when(active_age <= 180).then(0.25).otherwise(0.0),
            ).clip(upper_bound=12),
        ),
        "active": points(~gone & active_age.is_between(0, 14), 10),
        "recent": points(
            ~gone & (views >= 5) & (active_age.fill_null(0) <= 90), faded(10, active_age, half_life(active_age))
        ),
        "looks-and-clicks": points(~gone & (views >= 10) & (clicks >= 3), 5),
        "asleep": points(~gone & (active_age > 365), -15),
    },
    "signs": {
        "unsubscribed": points(gone, -20),
        "wrote": points(message.is_not_null(), 5),
        "two-signs": points(pl.sum_horizontal(demo, budget.is_not_null(), message.is_not_null()) >= 2, 5),
    },
}


def group(name: str, most: int | None = None) -> pl.Expr:
    return pl.sum_horizontal(list(RULES[name])).clip(upper_bound=most)


def reason(rule: str) -> pl.Expr:
    earned = col(rule).cast(pl.String)
    return when(col(rule) > 0).then(pl.lit(f"{rule} +") + earned).when(col(rule) < 0).then(pl.lit(f"{rule} ") + earned)


fit, engagement = col("fit"), col("engagement")
criteria = pl.sum_horizontal(
    budget >= 10_000, leads_company, message.is_not_null(), has_word(message, r"(?:bald|soon|start)\b")
)
stage = (
    when(has_word(title, r"student\b")).then(pl.lit("disqualified"))
    .when((col("demo") > 0) & (fit >= 50)).then(pl.lit("SQL"))
    .when((fit >= 60) & (engagement >= 60) & (criteria >= 2)).then(pl.lit("SQL"))
    .when((fit >= 50) & (engagement >= 40)).then(pl.lit("MQL"))
    .otherwise(pl.lit("nurture"))
)

source, target = sys.argv[1:]
leads = pl.scan_csv(source, try_parse_dates=True)
rules = {rule: earned for rules in RULES.values() for rule, earned in rules.items()}
(
    leads.with_columns(**rules)
    .with_columns(
        fit=(group("company", 55) + group("role", 45) + group("contact")).clip(0, 100),
        engagement=(group("forms") + group("behaviour", 50) + group("signs")).clip(0, 100),
    )
    .select(
        *leads.collect_schema().names(),
        stage=stage,
        score=(fit + engagement + 1) // 2,
        fit=fit,
        engagement=engagement,
        reasons=pl.concat_str([reason(rule) for rule in rules], separator="; ", ignore_nulls=True),
    )
    .sink_csv(target)
)
