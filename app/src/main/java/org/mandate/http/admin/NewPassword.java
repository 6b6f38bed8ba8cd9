package org.mandate.http.admin;

/** The body of {@code PUT /admin/users/{id}/password}. */
record NewPassword(String password) {

    @Override
    public String toString() {
        return "NewPassword[]";
    }
}
