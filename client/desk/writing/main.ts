import '../main.ts'
import './writing-desk.ts'
