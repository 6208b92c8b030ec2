# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings of the documentation; `make docs` builds it without a network, and every warning is an error."""

from __future__ import annotations

import logging
import sys
import zlib
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.napoleon import Config, GoogleDocstring

import kennisstad_core

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "extensions"))


def compiled_inventory(name: str, version: str) -> str:
    """Pack ``inventories/<name>.txt`` into the format that intersphinx reads, and say where it is.

    The text is kept small and by hand, one object of the other documentation a line: a build needs no network and
    a reference to a name that is not on the list is still an error.
    """
    lines = (HERE / "inventories" / f"{name}.txt").read_text("utf-8").splitlines()
    objects = "".join(f"{line} -\n" for line in lines if line and not line.startswith("#"))
    header = (
        "# Sphinx inventory version 2\n"
        f"# Project: {name}\n"
        f"# Version: {version}\n"
        "# The remainder of this file is compressed using zlib.\n"
    )
    target = HERE / "_build" / "inventories" / f"{name}.inv"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(header.encode() + zlib.compress(objects.encode()))
    return str(target)


project = "kennisstad_core"
author = "The kennisstad_core contributors"
copyright = "2026, the kennisstad_core contributors; EUPL-1.2"
version = release = kennisstad_core.__version__
language = "en"

extensions = [
    "myst_nb",  # myst_parser, and pages that are notebooks are run
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "page_language",
    "notebook_pages",
    "glossary_pages",
]
exclude_patterns = ["_build", "inventories"]
templates_path = ["_templates"]
html_static_path = ["_static"]
html_css_files = ["pages.css"]
# Classes of networkx take no parameters at run time, so these names exist for type checkers only.
autodoc_type_aliases = {"Graph": "networkx.Graph", "Plain": "networkx.Graph"}
nitpicky = True
nitpick_ignore = [
    ("py:class", "Attribute"),
    ("py:class", "attrs.Attribute"),
    ("py:class", "date"),  # in a type alias, which autodoc shows as it is written
]  # in the signature of a validator
nitpick_ignore_regex = [
    (r"py:(class|obj)", r".*\.(T(_co)?|[DRS])"),  # type variables, which are documented nowhere
    (
        r"py:(class|obj)",
        r"(sphinx|docutils)\..*",
    ),  # names for whoever writes an extension, who knows where to look
    (r"py:(class|obj)", r"(kennisstad_core\.links\..*\.)?(N|P|Row|Who|Matrix|Kind)"),
]

# A room of the documentation may wait for its first page. Sphinx gives this warning a subtype but no type, so that
# suppress_warnings cannot name it.
logging.getLogger("sphinx.sphinx.directives.other").addFilter(
    lambda record: getattr(record, "subtype", None) != "empty_glob"
)

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
# The documentation of the example partnerships is made beside this site, and put into it afterwards: `make docs`.
myst_url_schemes = {"http": None, "https": None, "mailto": None, "example": {"url": "{{path}}"}}

nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120  # seconds for one cell: far above what any takes, so that only a hang is cut off
nb_execution_show_tb = True

autodoc_default_options = {"members": True, "show-inheritance": True, "undoc-members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True

intersphinx_mapping = {
    "python": ("https://docs.python.org/3", compiled_inventory("python", f"3.{sys.version_info.minor}")),
    "networkx": ("https://networkx.org/documentation/stable", compiled_inventory("networkx", "3")),
}

html_theme = "pydata_sphinx_theme"
html_title = "kennisstad_core"
html_theme_options = {
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
    "navigation_with_keys": False,  # arrow keys belong to the reader's screen reader and text fields
    "show_toc_level": 2,
    "footer_start": ["copyright"],
    "footer_end": [],
}
html_sidebars = {"examples/index": []}  # a part of one page has no others to lead to
html_copy_source = False
html_show_sourcelink = False


def read_sections(app: Sphinx, what: str, name: str, obj: object, options: Any, lines: list[str]) -> None:
    """Turn ``Raises:`` and its like into fields, in all but the docstrings of attributes.

    The napoleon extension would do the same for attributes, and take the words before their first colon for a type.
    """
    if what not in {"attribute", "data", "property"}:
        settings = Config(napoleon_numpy_docstring=False)
        lines[:] = GoogleDocstring(lines, settings, app, what, name, obj, options).lines()


def resolve_alias(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.Element | None:
    """Find a type alias, which is documented as data, where a signature refers to it as if it were a class."""
    if node.get("refdomain") != "py" or node.get("reftype") != "class":
        return None
    domain = env.domains.python_domain
    found = domain.find_obj(env, node.get("py:module"), node.get("py:class"), node["reftarget"], "obj", 1)
    if len(found) != 1:
        return None
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", found[0][0], node, contnode)


def setup(app: Sphinx) -> None:
    """Connect the two functions above."""
    app.connect("autodoc-process-docstring", read_sections)
    app.connect("missing-reference", resolve_alias)
