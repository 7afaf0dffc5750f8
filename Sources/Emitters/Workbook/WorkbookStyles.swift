// SPDX-License-Identifier: GPL-3.0-or-later

import CXLSXWriter
import PlanSchema

/// The looks of a workbook's cells. They belong to the workbook and go with it.
struct WorkbookStyles {
  typealias Format = UnsafeMutablePointer<lxw_format>

  let head: Format?
  let text: Format?
  let day: Format?
  let month: Format?
  let link: Format?
  private let ratings: [RatingColour: Format]

  /// Grounds light enough for dark words on them: contrast of 4.5 to 1 and more, red, green and blue.
  private static func ground(_ colour: RatingColour) -> UInt32 {
    switch colour {
    case .blue: 0xBDD7EE
    case .green: 0xC6E0B4
    case .amber: 0xFFE08A
    case .red: 0xF8B4AB
    case .grey: 0xD9D9D9
    case .purple: 0xD9C3EC
    case .white: 0xFFFFFF
    }
  }

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    func format(_ set: (Format) -> Void) -> Format? {
      guard let format = workbook_add_format(workbook) else { return nil }
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_text_wrap(format)
      set(format)
      return format
    }
    head = format {
      format_set_bold($0)
      format_set_bg_color($0, 0xE7E6E6)
      format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
    }
    text = format { format_set_num_format($0, "@") }
    day = format { format_set_num_format($0, "d mmm yyyy") }
    month = format { format_set_num_format($0, "mmm yyyy") }
    link = format {
      format_set_font_color($0, 0x0563C1)
      format_set_underline($0, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    var ratings: [RatingColour: Format] = [:]
    for colour in RatingColour.allCases {
      ratings[colour] = format { format_set_bg_color($0, WorkbookStyles.ground(colour)) }
    }
    self.ratings = ratings
  }

  func rating(_ colour: RatingColour?) -> Format? { colour.flatMap { ratings[$0] } ?? text }
}
