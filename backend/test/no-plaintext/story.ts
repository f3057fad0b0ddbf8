import { randomInt } from 'node:crypto';
import { testGrid } from '../../src/testing/builders';
import { aFamily, byWechat, invite, mustBe, type Somebody, staff } from './people';
import { aPhoto, aVoice, upload } from './pictures';
import type { Stage } from './stage';

/**
 * A relative asks for medicine for a resident of 72, with everything a pharmacy wants to know; a doctor reads the
 * prescription, somebody carries it, does not find the door, sets it down, and the household disputes it.
 * @returns complaints about what was looked up on the way: what the story found readable that should not be
 */
export async function tell(stage: Stage): Promise<string[]> {
  const { app, canaries } = stage;
  const { home, resident, relative, phone } = await aFamily(stage);
  const [leader, doctor, carrier] = [
    await staff(stage, 'GRID_LEADER'),
    await staff(stage, 'DOCTOR'),
    await staff(stage, 'VOLUNTEER'),
  ];
  for (const { token } of [resident, leader, carrier]) await stage.listen(token);
  await byWechat(stage, phone);
  await invite(stage, leader);

  const bird = (what: string) => canaries.words(`story: ${what}`);
  const prescription = await upload(stage, relative, 'PRESCRIPTION', await aPhoto(stage, 'prescription'), 'image/jpeg');
  const voiceNote = await upload(stage, relative, 'VOICE_NOTE', aVoice(stage), 'audio/mp4');
  const patient = [
    bird('patient'),
    canaries.phone('story: phone of the patient'),
    canaries.letters('story: ID number'),
  ];
  const line = {
    line: 'insulin',
    name: '胰岛素',
    unit: '盒',
    quantity: 1,
    priceLimitFen: 9900,
    substitution: { rule: 'NEVER' },
    controlledFour: true,
  };
  const registered = {
    name: bird('name in the register of a pharmacy'),
    idNumber: canaries.keep('story: ID number in the register', `14112219${randomInt(1e8, 1e9)}X`),
    phone: canaries.phone('story: phone in the register'),
  };
  const draft = {
    ...{ id: app.anId(), household: home.id, kind: 'MEDICINE', lines: [line], payMode: 'VOLUNTEER_ADVANCE' },
    ...{
      words: patient.join(' '),
      doorWords: bird('door words'),
      prescription,
      voiceNote,
      needs: ['DIABETIC'],
      daysLeft: 3,
      ...{ symptoms: false, patient: registered },
    },
  };
  mustBe('submit', await app.call('POST', '/deliveries', { token: relative.token, body: draft }));
  const act = async (who: Somebody, action: string, more: object = {}) => {
    const body = { opId: app.anId(), reason: { code: 'OTHER', words: bird(`${action}, reason`) }, ...more };
    return mustBe(action, await app.call('POST', `/deliveries/${draft.id}/${action}`, { token: who.token, body }));
  };
  await act(doctor, 'doctor-clear', { words: bird('what the doctor says') });
  await settled(stage, draft.id, ['TRIAGED', 'OFFERED']);
  await act(leader, 'note', { words: bird('remark') });
  await act(leader, 'assign', { to: carrier.id });
  await act(carrier, 'start-shopping');
  const look = { opId: app.anId(), why: 'PHARMACY_REGISTER' };
  const at = `/deliveries/${draft.id}/reveal-register`;
  mustBe('register', await app.call('POST', at, { token: carrier.token, body: look }));
  await act(carrier, 'tick-registered', { ownIdShown: true });
  const receiptPhoto = await upload(stage, carrier, 'RECEIPT', await aPhoto(stage, 'receipt'), 'image/jpeg');
  await act(carrier, 'purchase', {
    receiptPhoto,
    bags: 1,
    lines: [{ line: 'insulin', outcome: 'FOUND', actualFen: 9900 }],
  });
  await act(carrier, 'depart');
  await act(carrier, 'query-address', { words: bird('where is it') });
  const address = {
    compound: bird('new compound'),
    building: bird('new building'),
    unit: '1',
    floor: 3,
    room: bird('new room'),
  };
  await act(resident, 'answer-address', { address, words: bird('it is here') });
  await act(carrier, 'drop');
  const photo = await upload(stage, resident, 'DROP_PROOF', await aPhoto(stage, 'dispute'), 'image/jpeg');
  await act(resident, 'dispute', { photo });
  await act(leader, 'resolve-dispute', { decision: 'REDELIVER' });
  // too late: kept as a fact, with its words
  await act(carrier, 'fail-delivery');

  const seen = await app.call('GET', `/files/${receiptPhoto}`, { token: carrier.token });
  const gone = canaries.all.some(
    ({ what, secret }) => /owner/.test(what) && String(seen.body).includes(String(secret)),
  );
  await askAround(stage, { leader, carrier, resident, household: home.id });
  return gone ? ['a photo still names its owner'] : [];
}

/** Questions that carry what a person knows: a door, a chain message, the digits on a badge. */
async function askAround(
  stage: Stage,
  who: Record<'leader' | 'carrier' | 'resident', Somebody> & { household: string },
) {
  const { app, canaries } = stage;
  const { leader, carrier, resident, household } = who;
  const door = canaries.words('search: door');
  await app.call('POST', '/households/find', { token: leader.token, body: { door } });
  await app.call('POST', '/households/find', { token: leader.token, body: { limit: 1 } });
  const text = `#接龙\n1. 3-1-0402 ${canaries.words('chain message: name')} 鸡蛋2斤 1${'3'.repeat(10)}`;
  await app.call('POST', '/grid/chain-message', { token: leader.token, body: { area: testGrid, text } });
  const look = { opId: app.anId(), why: 'CALL' };
  mustBe('reveal', await app.call('POST', `/households/${household}/reveal`, { token: leader.token, body: look }));
  mustBe('looks', await app.call('GET', `/households/${household}/looks`, { token: resident.token }));
  const badge = mustBe('badge', await app.call('GET', '/badges/mine', { token: carrier.token }));
  const shown = {
    digits: canaries.keep('badge: digits', badge.digits),
    qr: canaries.keep('badge: square code', badge.qr),
  };
  for (const [name, value] of Object.entries(shown)) {
    mustBe('check', await app.call('POST', '/badges/check', { token: resident.token, body: { [name]: value } }));
  }
}

/** Waits until the product has brought a request into one of these states by itself. */
async function settled({ app }: Stage, id: string, states: readonly string[]): Promise<void> {
  const tasks = app.connection.collection<{ _id: string; state: string }>('tasks');
  for (let tries = 0; tries < 200; tries++) {
    const found = await tasks.findOne({ _id: id });
    if (found && states.includes(found.state)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the request does not become ${states}`);
}
