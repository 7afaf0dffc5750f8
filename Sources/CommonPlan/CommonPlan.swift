// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// commonplan's version.
public let commonPlanVersion = "0.1.0"
