export default definePageConfig({ navigationBarTitleText: '政策改动' });
