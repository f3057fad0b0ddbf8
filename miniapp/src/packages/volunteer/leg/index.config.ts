export default definePageConfig({ navigationBarTitleText: '封控区交接' });
