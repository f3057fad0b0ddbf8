import type { FilePurpose } from '@grid-relief/shared-types/files/file.contract';
import sharp from 'sharp';
import { aHousehold, aPerson } from '../../../testing/builders';
import { fileRepository } from '../../files';
import { keepingWorker } from '../../files/keeping-worker';
import { showingRecords } from '../../files/may-read';
import { recordsThatShow } from '../../files/records-that-show';
import { anId, as, get, type Scene, type Somebody, somebody, theApp } from './stage';

/** A photo that this person has sent. @returns its id */
export async function aPhotoBy(person: Somebody, purpose: FilePurpose = 'SELF_TEST'): Promise<string> {
  const body = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } })
    .jpeg()
    .toBuffer();
  const id = anId();
  const sent = { token: await theApp().signIn(person), body, headers: { 'content-type': 'image/jpeg' } };
  const { status } = await theApp().call('PUT', `/files/${id}?purpose=${purpose}`, sent);
  if (status !== 200) throw new Error(`upload: ${status}`);
  return id;
}

/** Who of these opens the photo, by name. */
export async function openedBy(photo: string, people: Readonly<Record<string, Somebody>>): Promise<string[]> {
  const tried = Object.entries(people).map(async ([name, person]) => {
    const { status } = await get(person, `/files/${photo}`);
    if (status !== 200 && status !== 404) throw new Error(`${name}: ${status}`);
    return status === 200 ? [name] : [];
  });
  return (await Promise.all(tried)).flat();
}

/** Everybody who works in the place of a quarantine, and those who have nothing to do with it. */
export async function theOthers({ place, ...scene }: Scene, elsewhere: string): Promise<Record<string, Somebody>> {
  const { worker, leader, doctor, township, sampler, lab, site, investigator } = scene;
  const nextDoor = await aHousehold(theApp()).in(place).saved();
  return {
    ...{ worker, leader, doctor, township, sampler, lab, site, investigator },
    volunteer: await somebody('VOLUNTEER', place),
    cashier: await somebody('COMMUNITY_CASHIER', place),
    neighbour: await aPerson(theApp()).livingIn(nextDoor).saved(),
    ...{
      workerElsewhere: await somebody('GRID_WORKER', elsewhere),
      doctorElsewhere: await somebody('DOCTOR', elsewhere),
    },
  };
}

/** Looks at every file whose time has come, as the worker does. */
export async function lookAtFiles(): Promise<void> {
  const { connection, clock, deps } = theApp();
  const files = fileRepository(connection);
  const reading = { files, shown: recordsThatShow(connection), actorOf: deps.identity.actorOf };
  const showing = (file: Parameters<typeof showingRecords>[1]) => showingRecords(reading, file);
  await keepingWorker({ files, now: clock.now, log: deps.log, showing }).checkDue();
}

export const isKept = async (photo: string): Promise<boolean> =>
  (await theApp().connection.collection<{ _id: string }>('files').countDocuments({ _id: photo })) === 1;

/** What stands in the way of naming a photo: the field and the words of the refusal. */
export async function refusalOf(person: Somebody, path: string, body: object): Promise<unknown> {
  const answer = await as(person, 'POST', path, { opId: anId(), reason: { code: 'OTHER' }, ...body });
  return [answer.status, answer.body.type?.split('/').at(-1), answer.body.errors?.[0]?.pointer];
}
