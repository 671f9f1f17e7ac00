import '../main.ts'
import './arrival.ts'
import './writing-desk.ts'
