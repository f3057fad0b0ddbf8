export default definePageConfig({ navigationBarTitleText: '返乡人员' });
