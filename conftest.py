# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Settings of the tests, which run from the top folder of the repository."""

from hypothesis import HealthCheck, settings

collect_ignore = ["docs/conf.py"]  # settings of Sphinx, which the tests do without

# How fast a machine draws examples says nothing about the code: no test here measures time.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
