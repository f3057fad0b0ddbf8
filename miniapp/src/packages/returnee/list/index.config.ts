export default definePageConfig({ navigationBarTitleText: '回来的人' });
