"""Annotation layers of INCEpTION and WebAnno, as the TSV and the CAS loaders see them.

A layer is a UIMA type; its features are attributes. What an annotator chose as the label is
the feature `label` of a layer of one's own, and the `value` of the built-in NamedEntity;
everywhere else the layer itself is the label, by its short name. The attribute `layer` holds
the full name. Only for the basic layers of a new INCEpTION project (`custom.Span` and
`custom.Relation`, whose one feature is `label`) nothing but the label remains.
"""

from __future__ import annotations

from collections.abc import Mapping

from regiontargets.documents import AttributeValue

SPAN = "custom.Span"
RELATION = "custom.Relation"
ANY = "uima.tcas.Annotation"
NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"  # noqa: S105 - a type
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"

LAYER = "layer"
"""The attribute that holds the full name of a layer."""


def label_feature(layer: str) -> str:
    """The feature of the layer that states the label."""
    return "value" if layer == NAMED_ENTITY else "label"


def short_name(layer: str) -> str:
    """The layer's name without its package.

    >>> short_name("webanno.custom.Region")
    'Region'
    """
    return layer.rpartition(".")[2]


def label_of(layer: str, features: Mapping[str, AttributeValue]) -> str:
    """The label of an annotation.

    >>> label_of("custom.Span", {"label": "Region"}), label_of("webanno.custom.Region", {})
    ('Region', 'Region')
    """
    value = features.get(label_feature(layer))
    return value if isinstance(value, str) and value else short_name(layer)


def attributes_of(layer: str, features: Mapping[str, AttributeValue]) -> dict[str, AttributeValue]:
    """The attributes of an annotation: its features, and its layer where that says more.

    >>> attributes_of("custom.Span", {"label": "Region", "code": "CN-HB"})
    {'code': 'CN-HB'}
    >>> attributes_of("webanno.custom.Region", {"code": "CN-HB"})
    {'layer': 'webanno.custom.Region', 'code': 'CN-HB'}
    """
    kept = {_apart(name): value for name, value in features.items()}
    if layer in (SPAN, RELATION) and label_of(layer, features) == features.get("label"):
        del kept["label"]
        return kept
    return {LAYER: layer} | kept


def features_of(
    basic: str, label: str, attributes: Mapping[str, AttributeValue]
) -> tuple[str, dict[str, AttributeValue]]:
    """The layer and features of an annotation: what `attributes_of` and `label_of` undo.

    >>> features_of("custom.Span", "Region", {"code": "CN-HB"})
    ('custom.Span', {'label': 'Region', 'code': 'CN-HB'})
    """
    layer = attributes.get(LAYER)
    features = {_together(name): value for name, value in attributes.items() if name != LAYER}
    if not isinstance(layer, str):
        return basic, {"label": label} | features
    if label_of(layer, features) != label:
        features[label_feature(layer)] = label
    return layer, features


def _apart(feature: str) -> str:
    """A feature's name, kept apart from `layer` by underscores."""
    return feature + "_" if feature.rstrip("_") == LAYER else feature


def _together(attribute: str) -> str:
    return attribute[:-1] if attribute.rstrip("_") == LAYER else attribute
