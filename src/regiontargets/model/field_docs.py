"""The docstrings under the fields of a model: their descriptions in its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise


@cache
def field_docs(model: type) -> Mapping[str, str]:
    """What stands under each field that a class itself declares.

    >>> from regiontargets.model import Baseline
    >>> field_docs(Baseline)["period"]
    'When it was.'
    """
    # Deferred: nobody else needs the sources, and to read them at every start took 50 ms.
    import ast
    import inspect
    from textwrap import dedent

    try:
        (parsed,) = ast.parse(dedent(inspect.getsource(model))).body
    except (OSError, TypeError, SyntaxError):
        return {}  # there is no source, or none that can be read apart from what is around it
    assert isinstance(parsed, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(doc.value.value)
        for field, doc in pairwise(parsed.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(doc, ast.Expr)
        and isinstance(doc.value, ast.Constant)
        and isinstance(doc.value.value, str)
    }
