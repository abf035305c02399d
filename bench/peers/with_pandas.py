"""`python with_pandas.py IN OUT`: the forty rules as columns, of all leads at once."""

import sys

import numpy as np
import pandas as pd

AS_OF = pd.Timestamp("2025-11-15")
DACH = ["germany", "deutschland", "de", "austria", "österreich", "at", "switzerland", "schweiz", "ch"]
FREE_MAIL = [
    "gmail.com", "googlemail.com", "gmx.de", "gmx.net", "web.de", "outlook.com", "hotmail.com", "yahoo.com",
]
DISPOSABLE = ["mailinator.com", "guerrillamail.com", "trashmail.com"]
INDUSTRIES = {"software": 20, "maschinenbau": 20, "logistik": 15, "handel": 10, "retail": 10}
DEPARTMENTS = {"it": 10, "vertrieb": 8, "sales": 8, "marketing": 6}
SOURCES = {"webinar": 15, "referral": 15, "messe": 12, "web": 8, "linkedin": 5}

source, target = sys.argv[1:]
# As text, so that the cells are written as they came.
leads = pd.read_csv(source, dtype=str, keep_default_na=False)


def folded(column: str) -> pd.Series:
    return leads[column].str.lower()


def number(column: str) -> pd.Series:
    return pd.to_numeric(leads[column])


def age(column: str) -> pd.Series:
    return (AS_OF - pd.to_datetime(leads[column], format="%Y-%m-%d")).dt.days


def has_word(text: pd.Series, words: str) -> pd.Series:
    return text.str.contains(rf"\b(?:{words})", regex=True)


def table(column: str, values: dict[str, int], otherwise: int = 0) -> np.ndarray:
    known = folded(column)
    return np.where(known == "", 0, known.map(values).fillna(otherwise))


def faded(value, days: pd.Series, share) -> np.ndarray:
    """Points count in full without a date, and not yet before it."""
    return np.select([days.isna(), days < 0], [value, 0], np.floor(value * share + 0.5))


def half_life(days: pd.Series) -> pd.Series:
    return 0.5 ** (days / 30)


title, company, message, email = folded("Job Title"), folded("Company"), folded("Message"), folded("Email")
country, department = folded("Country"), folded("Department")
domain = email.str.partition("@")[2]
valid = email.str.fullmatch(r"[a-z0-9_.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,24}")
free = domain.isin(FREE_MAIL)
employees, revenue, budget = number("Employees"), number("Annual Revenue"), number("Budget")
views, clicks = number("Page Views"), number("Email Clicks")
demo, gone = leads["Demo Requested"] == "yes", leads["Unsubscribed"] == "yes"
demo_age, active_age = age("Demo Date"), age("Last Activity Date")
leads_company = has_word(
    title, r"ceo\b|cto\b|cfo\b|founder\b|owner\b|geschäftsführ|vorstand\b|inhaber\b|managing director\b"
)
clicks_share = np.select([active_age <= 30, active_age <= 90, active_age <= 180], [1, 0.5, 0.25], 0)

COMPANY = {
    "size": np.select([employees >= 1000, employees >= 200, employees >= 50, employees >= 10], [25, 20, 12, 4], 0),
    "industry": table("Industry", INDUSTRIES, otherwise=2),
    "revenue": (revenue // 1_000_000).clip(0, 10).fillna(0),
    "large-and-rich": 5 * ((employees >= 500) & (revenue > 50_000_000)),
    "tiny": -5 * (employees < 5),
    "stock-company": 4 * has_word(company, r"(?:ag|se|inc|plc)\b"),
    "limited": 2 * has_word(company, r"(?:gmbh|ltd)\b"),
    "dach": 10 * country.isin(DACH),
    "english-speaking": 5 * country.isin(["united kingdom", "united states"]),
    "large-city": 1 * folded("City").isin(["berlin", "münchen", "wien", "zürich"]),
}
ROLE = {
    "leader": 35 * leads_company,
    "head": 25 * title.str.contains(r"leiter(?:in)?\b|\b(?:head of|vp|director|chief)\b"),
    "buyer": 15 * has_word(title, r"einkäufer|procurement\b|purchasing\b|beschaffung"),
    "outsider": -20 * has_word(title, r"praktikant|student\b|intern\b|trainee\b|assisten"),
    "department": table("Department", DEPARTMENTS),
    "manager": 5 * title.str.contains("manager", regex=False),
    "no-title": -5 * (title == ""),
    "works-where-we-sell": 5 * (department.isin(["it", "sales"]) | has_word(title, r"(?:sales|it|vertrieb)\b")),
}
CONTACT = {
    "business-mail": 5 * (valid & ~free & ~domain.isin(DISPOSABLE)),
    "free-mail": -10 * (valid & free),
    "role-mail": -5 * (valid & email.str.match(r"(?:info|sales|office|kontakt|contact|support|hello|admin)@")),
    "reachable": 3 * (valid & (leads["Phone"] != "")),
    "test-name": -30 * folded("Last Name").str.startswith(("test", "asdf")),
    "numbered-host": 1 * email.str.contains(r"@[a-z]+[0-9]{3}\."),
    "german-phone": 1 * leads["Phone"].str.startswith("+49"),
}
FORMS = {
    "demo": demo * faded(40, demo_age, (1 - demo_age / 180).clip(lower=0)),
    "demo-lately": 10 * demo_age.between(0, 30),
    "asks-for-price": has_word(message, r"angebot\b|price\b|preis|quote\b")
    * faded(20, active_age, half_life(active_age)),
    "urgent": 10 * has_word(message, r"bald\b|soon\b|dringend|asap\b|call me\b"),
    "source": table("Lead Source", SOURCES, otherwise=1),
    "money": np.select([budget >= 50_000, budget >= 10_000, budget > 0], [15, 10, 3], 0),
}
BEHAVIOUR = {
    "page-views": ~gone * views.clip(0, 15).fillna(0),
    "mail-clicks": ~gone * faded(clicks.fillna(0) // 2 * 3, active_age, clicks_share).clip(max=12),
    "active": 10 * (~gone & active_age.between(0, 14)),
    "recent": (~gone & (views >= 5) & ~(active_age > 90)) * faded(10, active_age, half_life(active_age)),
    "looks-and-clicks": 5 * (~gone & (views >= 10) & (clicks >= 3)),
    "asleep": -15 * (~gone & (active_age > 365)),
}
SIGNS = {
    "unsubscribed": -20 * gone,
    "wrote": 5 * (message != ""),
    "two-signs": 5 * (demo.astype(int) + budget.notna() + (message != "") >= 2),
}

points = pd.DataFrame(COMPANY | ROLE | CONTACT | FORMS | BEHAVIOUR | SIGNS).astype(int)


def total(group: dict, most: int | None = None) -> pd.Series:
    return points[list(group)].sum(axis=1).clip(upper=most)


def reason(rule: str) -> pd.Series:
    texts = {earned: f"; {rule} {earned:+d}" if earned else "" for earned in points[rule].unique()}
    return points[rule].map(texts)


fit = (total(COMPANY, 55) + total(ROLE, 45) + total(CONTACT)).clip(0, 100)
engagement = (total(FORMS) + total(BEHAVIOUR, 50) + total(SIGNS)).clip(0, 100)
criteria = (budget >= 10_000).astype(int) + leads_company + (message != "") + has_word(message, r"(?:bald|soon|start)\b")
reasons = reason("size")
for rule in points.columns[1:]:
    reasons += reason(rule)

leads["stage"] = np.select(
    [
        has_word(title, r"student\b"),
        (points["demo"] > 0) & (fit >= 50),
        (fit >= 60) & (engagement >= 60) & (criteria >= 2),
        (fit >= 50) & (engagement >= 40),
    ],
    ["disqualified", "SQL", "SQL", "MQL"],
    "nurture",
)
leads["score"] = (fit + engagement + 1) // 2
leads["fit"] = fit
leads["engagement"] = engagement
leads["reasons"] = reasons.str.removeprefix("; ")
leads.to_csv(target, index=False)
