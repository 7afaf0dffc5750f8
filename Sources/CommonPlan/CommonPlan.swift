// SPDX-License-Identifier: GPL-3.0-or-later

/// commonplan's version (semantic versioning; 1.0 will promise a stable library interface).
public let commonPlanVersion = "0.1.0"
