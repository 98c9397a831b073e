/// The 256 colours of xterm: 16 that belong to the person, a cube of 6 x 6 x 6, and 24 greys.
extension RGB {
    private static let steps: [Int] = [0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]

    /// The nearest colour of the cube and the greys (16-255): the first sixteen are whatever the person made of them.
    package var xterm: UInt8 {
        func nearestStep(_ value: UInt8) -> Int {
            let value = Int(value)
            return value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40
        }
        let (r, g, b) = (nearestStep(red), nearestStep(green), nearestStep(blue))
        let average = (Int(red) + Int(green) + Int(blue)) / 3
        let grey = max(0, min(23, (average - 3) / 10))
        let cube = UInt8(16 + 36 * r + 6 * g + b)
        let ramp = UInt8(232 + grey)
        return distance(to: RGB(xterm: ramp)) < distance(to: RGB(xterm: cube)) ? ramp : cube
    }

    /// What xterm shows for a colour number of 16 or more. The first sixteen have no fixed colour: they are given as xterm ships them.
    package init(xterm number: UInt8) {
        let number = Int(number)
        switch number {
        case 232...255:
            let level = UInt8(8 + 10 * (number - 232))
            self.init(red: level, green: level, blue: level)
        case 16...231:
            let cube = number - 16
            self.init(
                red: UInt8(Self.steps[cube / 36]), green: UInt8(Self.steps[cube / 6 % 6]),
                blue: UInt8(Self.steps[cube % 6]))
        case 7: self.init(0xE5E5E5)
        case 8: self.init(0x7F7F7F)
        case 12: self.init(0x5C5CFF)
        case 4: self.init(0x0000EE)
        default:
            let level: UInt8 = number < 8 ? 0xCD : 0xFF
            self.init(
                red: number & 1 != 0 ? level : 0, green: number & 2 != 0 ? level : 0, blue: number & 4 != 0 ? level : 0)
        }
    }

    private func distance(to other: RGB) -> Int {
        let (r, g, b) = (
            Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue)
        )
        return r * r + g * g + b * b
    }
}
