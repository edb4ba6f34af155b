"""The bank file's form, version 1: what may stand in it, said once for validation and editors.

The JSON Schema that `civicsquiz schema` prints is made from these models; the descriptions are what
an editor shows beside a key. Values arrive as `source.safe_yaml` reads them: text, true, false and
null, so that a number in a key stays what was written.
"""

from __future__ import annotations

from civicsquiz.bank.schema.items import (
    TYPES,
    AnyItemForm,
    ChoiceForm,
    FindEvidenceForm,
    MatchForm,
    MultipleForm,
    NumericForm,
    OrderForm,
    ShortForm,
    TrueFalseForm,
)
from civicsquiz.bank.schema.parts import (
    DistractorForm,
    DraftForm,
    EvidenceForm,
    HolderForm,
    MissForm,
    NumberForm,
    OptionForm,
    PairForm,
    QuotationForm,
    SentenceForm,
)
from civicsquiz.bank.schema.whole import (
    FORMAT,
    BankForm,
    CardForm,
    DiscussionForm,
    KindForm,
    RejectedForm,
    SideForm,
    TermForm,
    json_schema,
)

__all__ = [
    "FORMAT",
    "TYPES",
    "AnyItemForm",
    "BankForm",
    "CardForm",
    "ChoiceForm",
    "DiscussionForm",
    "DistractorForm",
    "DraftForm",
    "EvidenceForm",
    "FindEvidenceForm",
    "HolderForm",
    "KindForm",
    "MatchForm",
    "MissForm",
    "MultipleForm",
    "NumberForm",
    "NumericForm",
    "OptionForm",
    "OrderForm",
    "PairForm",
    "QuotationForm",
    "RejectedForm",
    "SentenceForm",
    "ShortForm",
    "SideForm",
    "TermForm",
    "TrueFalseForm",
    "json_schema",
]
