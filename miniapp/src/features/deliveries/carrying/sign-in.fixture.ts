import { Me, Tokens } from '@grid-relief/shared-types/identity/identity.schema';
import * as z from '@grid-relief/shared-types/zod';
import { beginSession } from '@/api';
import { sampleMe, sampleTokens } from './sample-server.fixture';

/** Signs the volunteer of the sample in. */
export function signInForTest(): void {
  beginSession(z.parse(Tokens, sampleTokens), z.parse(Me, sampleMe));
}
