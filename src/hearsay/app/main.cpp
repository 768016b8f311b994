// SPDX-License-Identifier: Apache-2.0
// Where the program begins.
int main() { return 0; }
