// SPDX-License-Identifier: GPL-3.0-or-later

// What stands in the library's own interface comes with it: whoever imports CommonPlan needs no second import for plans, for
// what reads and writes them, or for what is said about them.

@_exported public import Comparison
@_exported public import Documents
@_exported public import Emitters
@_exported public import Extractors
@_exported public import Normaliser
@_exported public import PlanSchema
@_exported public import Review
@_exported public import Tracing
@_exported public import Validator
