import { OF_TYPES } from './support/agree/agreements.ts'
import { agreeInDatabases } from './support/agree/in-databases.ts'

/** Of typed columns a query gives what the reference gives of the texts of their cells. */
agreeInDatabases('a printed query answers what leadq does', OF_TYPES)
