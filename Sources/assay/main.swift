import Session
import Text

useUnicodeWidths()
FrontDoor.enter(Array(CommandLine.arguments.dropFirst()))
