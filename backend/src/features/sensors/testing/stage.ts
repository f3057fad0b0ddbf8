import { collection, setTheStage as setReturnees } from '../../returnees/testing/scene';

/** The product's own wiring with returnees and quarantines, and no sensor left over from the story before. */
export function setTheStage(around?: Parameters<typeof setReturnees>[0]): void {
  setReturnees(around, true);
  beforeEach(async () => {
    for (const name of ['doorSensors', 'doorEvents', 'doorWindows']) await collection(name).deleteMany({});
  });
}
