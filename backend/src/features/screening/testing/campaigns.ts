import { aHome, type Crew, collection, does, elsewhere, first, get, on, rural, second } from './scene';

/** Three homes of one grid, one of a village, and one elsewhere. */
export async function fourHomes() {
  return {
    a: await aHome(first, '1-1-0201'),
    b: await aHome(first, '1-1-1001'),
    c: await aHome(second, '2-1-0101'),
    d: await aHome(rural, '东头'),
    outside: await aHome(elsewhere, '9'),
  };
}

/** What of a screening's doors is done, as its leader sees it. */
export const coverage = async ({ leader }: Pick<Crew, 'leader'>, campaign: string) =>
  (await get(leader, on(campaign, 'coverage'))).body;
/** The screener of a crew gets an area's doors. */
export const give = (crew: Crew, campaign: string, area: string) =>
  does(crew.leader, on(campaign, 'give-doors'), { area, screener: crew.screener.id });
/** A screening as it is stored. */
export const campaignNow = async (id: string) =>
  (await collection('screenings').findOne({ _id: id })) as unknown as {
    state: string;
    detail: { homes?: number; milestones: { stood?: object }[] };
  };
