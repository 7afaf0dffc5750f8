// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Testing

@Suite struct OutputNamesTests {
  @Test(arguments: [
    (["a.pdf"], ["a"]),
    (["x/a.pdf", "y/a.docx", "a.txt"], ["a", "a-2", "a-3"]),
    (["a.pdf", "a-2.pdf", "a.txt"], ["a", "a-2", "a-3"]),
    (["Plan.pdf", "plan.txt"], ["Plan", "plan-2"]),
    (["-", ".hidden", "v1.2.docx", "no-extension"], ["standard-input", ".hidden", "v1.2", "no-extension"]),
    (["folder/", "/", ""], ["folder", "plan", "plan-2"]),
  ]) func namesComeFromPaths(paths: [String], names: [String]) {
    #expect(OutputNames.make(for: paths) == names)
  }
}
