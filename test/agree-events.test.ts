import { OF_EVENTS } from './support/agree/agreements.ts'
import { agreeInDatabases } from './support/agree/in-databases.ts'

/** What the events of a lead come to, and what is counted of them. */
agreeInDatabases('a printed query answers what leadq does', OF_EVENTS)
