/**
 * The one registry of problem types (RFC 9457). The domain names a problem; status and title live here only.
 * `type` on the wire is `/problems/<slug>` on the server's own address; the rest of the answer is in `problem-body.ts`.
 */
export const problems = {
  'invalid-input': { status: 422, title: 'Some fields are not right' },
  'malformed-body': { status: 400, title: 'The request could not be read' },
  'body-too-large': { status: 413, title: 'The request is too large' },
  'headers-too-large': { status: 431, title: 'The address or the headers are too long' },
  'request-too-slow': { status: 408, title: 'The request did not arrive in time' },
  'unsupported-media': { status: 415, title: 'This kind of content is not accepted' },
  'not-signed-in': { status: 401, title: 'Please sign in' },
  'token-expired': { status: 401, title: 'Your sign-in has run out' },
  'account-blocked': { status: 403, title: 'This account has been blocked' },
  'not-allowed': { status: 403, title: 'You may not do this' },
  'own-work': { status: 403, title: 'Somebody else has to do this: you have worked on it yourself' },
  'not-found': { status: 404, title: 'Not found' },
  'no-such-route': { status: 404, title: 'No such address' },
  'method-not-allowed': { status: 405, title: 'This method is not offered here' },
  'transition-not-allowed': { status: 409, title: 'This step is not possible now' },
  'changed-meanwhile': { status: 409, title: 'Somebody was faster, or the record has changed' },
  'already-open': { status: 409, title: 'There is one open already' },
  'capacity-full': { status: 409, title: 'No free place' },
  'no-bed': { status: 409, title: 'There is no bed for everybody at this site' },
  'not-fit': { status: 409, title: 'This vehicle or driver cannot make the trip' },
  'must-be-fetched': { status: 409, title: 'By the rules this person is fetched from door to door' },
  'head-count': { status: 409, title: 'Not as many people have been taken over as had boarded' },
  'offer-expired': { status: 409, title: 'The offer has run out' },
  'op-id-reused': { status: 422, title: 'This operation id was used for something else' },
  'id-taken': { status: 409, title: 'This id belongs to another record' },
  'too-many-requests': { status: 429, title: 'Too many requests, please wait a little' },
  'code-wrong': { status: 422, title: 'The code is not right or has run out' },
  'client-too-old': { status: 426, title: 'Please update the app' },
  'outcome-unknown': { status: 503, title: 'We could not confirm whether this was stored; please repeat' },
  overloaded: { status: 503, title: 'Too busy right now, please try again shortly' },
  unavailable: { status: 503, title: 'A service this needs is not available' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemType = keyof typeof problems;
