import type { User } from '../auth/user.entity.ts';

/** Who calls, once the guard knows it. */
export interface Caller {
  user: User;
  apiKeyId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard; absent on public routes. */
    caller?: Caller;
    /** SHA-256 of the body's bytes; set by the JSON reader. */
    bodySha256?: string;
  }
}
