"""Jinja2 as a typesetter's mate: everything is escaped, nothing undefined passes."""

from typing import TYPE_CHECKING, Any

from spf_assess.paths import data_folder
from spf_assess.report.charts import Picture

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def environment() -> "Environment":
    """Return the environment of the report's templates.

    ``autoescape`` is on for every template, whatever its name ends in (R-202). The
    filter ``safe`` is taken away; our own pictures pass through the function ``svg``.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(data_folder("templates") / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    del made.filters["safe"]
    made.globals["svg"] = svg
    return made


def svg(picture: Picture) -> "Markup":
    """Return a picture's markup unescaped: the one door by which markup enters a page.

    It takes nothing but what ``spf_assess.report.charts`` made, where every datum is
    escaped or a number.

    Raises:
        TypeError: something else than a Picture was given.
    """
    from markupsafe import Markup

    if not isinstance(picture, Picture):
        raise TypeError(type(picture))
    return Markup(picture.markup)  # noqa: S704 - see above


def page(template: str, context: dict[str, Any]) -> str:
    """Return a template filled with *context*."""
    return environment().get_template(template).render(context)


def style() -> str:
    """Return the report's style sheet."""
    path = data_folder("templates") / "report" / "report.css"
    return path.read_text(encoding="utf-8")
