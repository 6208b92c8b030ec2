# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rooms behind `kennisstad_core.network`: who works with whom on what, and what follows from it."""
