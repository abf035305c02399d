/** Texts that have numbers from 0. */
export interface TextNumbers {
  of(text: string): number
  ofBytes(bytes: Uint8Array, from: number, to: number): number
}

/** A key or an account that a lead does not have. */
export const NO_NUMBER = -1
