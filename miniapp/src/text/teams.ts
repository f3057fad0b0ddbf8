import { defineText, type Reader, wordOr } from './define';

/** The names of volunteers' teams. */
export const teamsText = defineText({
  zh: {
    't-VETERAN': '退役军人队',
    't-YOUTH_RIDESHARE': '青年顺风车队',
    't-WOMEN': '巾帼队',
    't-STUDENT': '大学生队',
    't-PARTY_STRIKE': '党员突击队',
    't-PARTY_RESERVE': '党员预备队',
    't-PARK': '园区队',
    't-SECONDED': '下沉干部',
    't-OTHER': '志愿者',
  },
  en: {
    't-VETERAN': 'Veterans',
    't-YOUTH_RIDESHARE': 'Youth drivers',
    't-WOMEN': 'Women',
    't-STUDENT': 'Students',
    't-PARTY_STRIKE': 'Party strike team',
    't-PARTY_RESERVE': 'Party reserve',
    't-PARK': 'Park team',
    't-SECONDED': 'Seconded staff',
    't-OTHER': 'Volunteer',
  },
});

/** A team's name; nothing for somebody without one. */
export const teamWords = (t: Reader<typeof teamsText.zh>, team: string | undefined) =>
  team === undefined ? '' : wordOr(t, teamsText, `t-${team}`, 't-OTHER');
