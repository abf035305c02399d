import { OF_DUPLICATES } from './support/agree/agreements.ts'
import { agreeInDatabases } from './support/agree/in-databases.ts'

/** Which leads are the same person, and what the leads of a company come to, as the reference says. */
agreeInDatabases('a printed query answers what leadq does', OF_DUPLICATES)
