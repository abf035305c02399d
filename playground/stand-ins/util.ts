/** A browser has it itself. */
const { TextDecoder } = globalThis

export { TextDecoder }
