import type { Relation, SystemCause } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { type Role, roles } from '@grid-relief/shared-types/roles';
import { delivery, handoverLeg, lateFact, pickupSlot, run } from './who-may-deliveries';
import { householdEvent, welfareTask } from './who-may-homes';
import {
  doorSensor,
  householdVisit,
  passenger,
  quarantineSite,
  room,
  screeningCallback,
  screeningCampaign,
  sensorAlert,
  transfer,
  vehicle,
} from './who-may-places';
import {
  areaChange,
  chainLink,
  deliveryPlan,
  healthCodeRequest,
  healthTracker,
  investigation,
  personMerge,
  policyChange,
  quarantineEpisode,
  refusal,
  returneeReport,
  traveller,
} from './who-may-quarantine';

/**
 * Who may do what, written down by hand from the handbook (docs/rules.md 2, 3). It is read from no table of the product
 * and no table of the product is read from it: a right that slips into either is missing in the other. Whoever gives
 * somebody a right writes it twice, here in plain words.
 */
const words: Readonly<Record<string, readonly string[]>> = {
  household: ['RESIDENT own', 'PROXY own'],
  carrier: ['VOLUNTEER assignee'],
  asked: ['VOLUNTEER offeredTo'],
  volunteer: ['VOLUNTEER eligible'],
  grid: ['GRID_WORKER inArea', 'GRID_LEADER inArea'],
  leader: ['GRID_LEADER inArea'],
  township: ['TOWNSHIP_DISPATCHER inArea'],
  county: ['COUNTY_DISPATCHER inArea'],
  cashier: ['COMMUNITY_CASHIER inArea'],
  store: ['STORE_KEEPER inArea'],
  doctor: ['DOCTOR inArea'],
  host: ['HOST_UNIT party'],
  checkpoint: ['CHECKPOINT_OFFICER inArea'],
  screener: ['SCREENER inArea'],
  police: ['POLICE inArea'],
  policy: ['policy'],
  router: ['router'],
  timer: ['timer'],
  outbox: ['outbox'],
  person: ['RESIDENT own', 'PROXY own', 'RESIDENT party'],
  investigator: ['CDC_INVESTIGATOR inArea'],
  sampler: ['SAMPLER inArea'],
  lab: ['LAB inArea'],
  site: ['SITE_MANAGER inArea'],
  head: ['COUNTY_HEAD inArea'],
  clerk: ['CODE_CLERK inArea'],
  community: ['COMMUNITY_WORKER eligible', 'VILLAGE_SECRETARY eligible'],
  codeTownship: ['CODE_CLERK eligible', 'TOWNSHIP_DISPATCHER eligible'],
  codeCounty: ['COUNTY_HEAD eligible'],
  reviewer: ['CDC_INVESTIGATOR eligible'],
  self: ['RESIDENT own', 'RESIDENT party'],
  secretary: ['VILLAGE_SECRETARY inArea'],
  desk: ['TRANSFER_DESK inArea'],
  driver: ['DRIVER assignee'],
  crew: ['DRIVER assignee', 'ESCORT eligible'],
  captain: ['BUILDING_CAPTAIN inArea'],
  atDoor: ['SCREENER assignee', 'GRID_LEADER inArea'],
  callers: ['GRID_LEADER eligible', 'TOWNSHIP_DISPATCHER eligible'],
};

/** Endpoints that belong to no lifecycle: whose door it is. What is seen behind it, the record's own policy decides. */
const doors = `
requestCode signInByPhone signInByWechat bindWechat refreshTokens: public
signOut getMe acceptInvitation askProxy confirmProxy withdrawProxy: signedIn
listAreas myHouseholds whoLooked listShops shopGoods uploadFile readFile checkBadge: signedIn
myNotices readNotices grantMessageCredit: signedIn
submitDelivery getDelivery revealCarrier myDeliveries scarceShares getRun getHandoverLeg: signedIn
listPolicySets getPolicySet countyPolicy listRiskAreas: signedIn
getPickupSlot pickupSlotOfDelivery pickupTimesOfDelivery reservePickupSlot: signedIn
inviteStaff endGrant: GRID_LEADER TOWNSHIP_DISPATCHER COUNTY_DISPATCHER ADMIN
blockAccount: ADMIN
findHouseholds revealHousehold: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER
offeredToMe pool heldByMe myRuns myHandoverLegs myPickupSlots myLedger: VOLUNTEER
volunteerMe goOnDuty goOffDuty revealRegister: VOLUNTEER
myBadge: VOLUNTEER GRID_WORKER GRID_LEADER
gridQueue candidates listRuns onDuty: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER COUNTY_DISPATCHER
doctorQueue healthHolds clearHold: DOCTOR
returnedGoods: STORE_KEEPER
listFourClass: DOCTOR GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER COUNTY_DISPATCHER
setFourClass: TOWNSHIP_DISPATCHER COUNTY_DISPATCHER
readChainMessage: GRID_WORKER GRID_LEADER
listHandoverLegs listPickupSlots: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER
listLateFacts: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER COUNTY_DISPATCHER
exposedDoors: CDC_INVESTIGATOR
owedInArea runMoney: COMMUNITY_CASHIER GRID_LEADER TOWNSHIP_DISPATCHER
repay takeBack: COMMUNITY_CASHIER TOWNSHIP_DISPATCHER
preparePolicyChange: COUNTY_DISPATCHER
listPolicyChanges getPolicyChange: COUNTY_DISPATCHER COUNTY_HEAD CDC_INVESTIGATOR
policyChangePeople: COUNTY_HEAD CDC_INVESTIGATOR
prepareAreaChange: COUNTY_DISPATCHER
listAreaChanges: COUNTY_DISPATCHER COUNTY_HEAD
getAreaChange: COUNTY_DISPATCHER COUNTY_HEAD
submitReturnees myReturnees getTraveller: signedIn
listTravellers revealTraveller: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER
findTravellers: CHECKPOINT_OFFICER GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER
lateLinks: GRID_LEADER TOWNSHIP_DISPATCHER COUNTY_DISPATCHER
getEpisode myDays: signedIn
quarantineToday: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER
quarantineAtSite: SITE_MANAGER
quarantineToSample: SAMPLER
quarantineResults: LAB
quarantineSymptoms: DOCTOR
revealQuarantined: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER SITE_MANAGER DOCTOR SAMPLER CDC_INVESTIGATOR
revealCodeRequest: CODE_CLERK
openInvestigation listInvestigations getInvestigation revealInvestigation: CDC_INVESTIGATOR
recordRefusal: GRID_WORKER GRID_LEADER VILLAGE_SECRETARY DOCTOR SCREENER SAMPLER
listRefusals getRefusal revealRefusal: GRID_WORKER GRID_LEADER VILLAGE_SECRETARY DOCTOR TOWNSHIP_DISPATCHER POLICE
proposePersonMerge mergeCandidates: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER
listPersonMerges getPersonMerge revealPersonMerge: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER CDC_INVESTIGATOR
openHouseholdEvent: GRID_WORKER GRID_LEADER
listHouseholdEvents getHouseholdEvent: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER
listWelfareTasks getWelfareTask revealWelfareTask: GRID_WORKER GRID_LEADER TOWNSHIP_DISPATCHER
getCodeRequest myCodeRequests homesInCare: signedIn
codeRequestsInGrid: GRID_WORKER GRID_LEADER
codeRequestsToDo: COMMUNITY_WORKER VILLAGE_SECRETARY CODE_CLERK TOWNSHIP_DISPATCHER COUNTY_HEAD
myTransfers getTransfer: signedIn
transfersToDo: TRANSFER_DESK TOWNSHIP_DISPATCHER COUNTY_DISPATCHER DRIVER ESCORT SITE_MANAGER GRID_WORKER GRID_LEADER
revealPassenger: TRANSFER_DESK TOWNSHIP_DISPATCHER COUNTY_DISPATCHER DRIVER ESCORT SITE_MANAGER GRID_WORKER GRID_LEADER DOCTOR
transferChoices: TRANSFER_DESK TOWNSHIP_DISPATCHER COUNTY_DISPATCHER
listVehicles: TRANSFER_DESK COUNTY_DISPATCHER
addVehicle: TRANSFER_DESK
askTransfer: TRANSFER_DESK SITE_MANAGER GRID_LEADER
takeInWalkIn: SITE_MANAGER
vehicleDisinfected: TRANSFER_DESK
openSite: COUNTY_DISPATCHER
listSites getSite: SITE_MANAGER SAMPLER TRANSFER_DESK COUNTY_DISPATCHER COUNTY_HEAD
takeSensorEvents: public
myDoor getDoorSensor askToOpenDoor getSensorAlert: signedIn
listDoorSensors: GRID_WORKER GRID_LEADER STORE_KEEPER VOLUNTEER TOWNSHIP_DISPATCHER
addDoorSensor giveSensorKey: STORE_KEEPER GRID_WORKER GRID_LEADER
announceDoorWindow: GRID_WORKER GRID_LEADER
listSensorAlerts: GRID_WORKER GRID_LEADER BUILDING_CAPTAIN TOWNSHIP_DISPATCHER COUNTY_DISPATCHER
planScreening: TOWNSHIP_DISPATCHER
listScreenings getScreening screeningCoverage: GRID_LEADER TOWNSHIP_DISPATCHER COUNTY_DISPATCHER
screeningDoors screeningCallbacks: GRID_LEADER TOWNSHIP_DISPATCHER
screenersFor giveDoors: GRID_LEADER
addDoor doorCard: SCREENER GRID_LEADER
myDoors: SCREENER
getDoor revealDoor: SCREENER GRID_LEADER TOWNSHIP_DISPATCHER`;

/** Which roles an inviter gives and ends; `never` is given by nobody. */
const gridStaff = 'VOLUNTEER BUILDING_CAPTAIN HOUSEHOLD_CADRE GRID_WORKER TEAM_LEADER';
const townshipStaff = `${gridStaff} GRID_LEADER COMMUNITY_WORKER VILLAGE_SECRETARY COMMUNITY_CASHIER STORE_KEEPER
  CHECKPOINT_OFFICER SHIFT_LEADER DRIVER ESCORT CALLER SAMPLER REGISTRAR SCREENER INFO_DESK HOST_UNIT`;
const never = ['RESIDENT', 'PROXY'];
const byAdminAlone = ['ADMIN', 'AUDITOR', 'COUNTY_HEAD', 'COUNTY_DISPATCHER'];

export const mayInvite: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['GRID_LEADER', new Set(gridStaff.split(/\s+/))],
  ['TOWNSHIP_DISPATCHER', new Set(townshipStaff.split(/\s+/))],
  ['COUNTY_DISPATCHER', new Set(roles.filter((role) => ![...never, ...byAdminAlone].includes(role)))],
  ['ADMIN', new Set(roles.filter((role) => !never.includes(role)))],
]);

/** One way to be allowed: `GRID_WORKER inArea`, or the name of what sets the product off: `timer`. */
export type Way = `${Role} ${Relation}` | SystemCause;

function read(text: string): [name: string, said: string[]][] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [names = '', said = ''] = line.split(': ');
      return names.split(' ').map((name): [string, string[]] => [name, said.split(' ')]);
    });
}

function waysOf(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    read(text).map(([action, said]) => {
      const ways = said.flatMap((word) => {
        const meant = words[word];
        if (!meant) throw new Error(`${action}: nobody is called "${word}"`);
        return meant;
      });
      return [action, new Set(ways)];
    }),
  );
}

/** By machine and action: every way in which somebody is allowed. */
export const whoMay: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> = new Map(
  Object.entries({
    ...{ delivery, run, handoverLeg, pickupSlot, lateFact, policyChange, areaChange },
    ...{ returneeReport, traveller, chainLink, healthTracker, quarantineEpisode, deliveryPlan, healthCodeRequest },
    ...{ investigation, refusal, personMerge },
    ...{ householdEvent, welfareTask },
    ...{ transfer, passenger, vehicle },
    ...{ quarantineSite, room },
    ...{ doorSensor, sensorAlert },
    ...{ screeningCampaign, householdVisit, screeningCallback },
  }).map(([name, text]) => [name, waysOf(text)]),
);

/** By endpoint: `public`, `signedIn`, or the roles one of which opens it. */
export const whoseDoor: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  read(doors).map(([name, said]) => [name, new Set(said)]),
);

/** Whether somebody who stands so to a record may do this to it. */
export function isWritten(machine: string, action: string, stands: readonly (readonly [Role, Relation])[]): boolean {
  const ways = whoMay.get(machine)?.get(action);
  if (!ways) throw new Error(`${machine}.${action} is not written down: who may do it?`);
  return stands.some(([role, relation]) => ways.has(`${role} ${relation}`));
}
