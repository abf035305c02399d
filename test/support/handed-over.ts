export const HANDED_OVER: Readonly<Record<string, string>> = {}
