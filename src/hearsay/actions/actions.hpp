// SPDX-License-Identifier: Apache-2.0
// One function for each thing a user can ask.
#pragma once

namespace hearsay::actions {}
