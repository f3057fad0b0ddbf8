export default definePageConfig({ navigationBarTitleText: '以前的单子' });
