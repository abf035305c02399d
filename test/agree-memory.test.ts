import { OF_MEMORY } from './support/agree/agreements.ts'
import { agreeInDatabases } from './support/agree/in-databases.ts'

/** Every lead is found again in the run before, and means what the reference says, whichever table has it. */
agreeInDatabases('a printed query answers what leadq does', OF_MEMORY)
