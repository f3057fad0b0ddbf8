import { signOut } from '@grid-relief/shared-types/identity/identity.contract';
import { call } from './call';
import { deviceName, wipeDevice } from './session';

/** Ends the sign-in and removes everything about the person from this device, whether or not the server answers. */
export async function signOutHere(everywhere = false): Promise<void> {
  const told = call(signOut, { body: { device: deviceName(), ...(everywhere && { everywhere }) } });
  await Promise.race([told, new Promise((resolve) => setTimeout(resolve, 3000))]);
  wipeDevice();
}
